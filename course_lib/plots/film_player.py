"""The player around a film: JavaScript that runs where a notebook or a page allows scripts."""

PLAYER = """function (plan) {
  const last = plan.planes.length - 1;
  function start(box) {
    const image = box.querySelector("img");
    if (!image) return;
    const stage = document.createElement("div");
    stage.setAttribute("role", "img");
    stage.setAttribute("aria-label", image.alt);
    stage.innerHTML = atob(image.src.split(",")[1]);
    stage.querySelectorAll("animate, animateTransform").forEach(a => a.remove());
    const at = stage.querySelector(".at"), turned = stage.querySelector(".turned");
    const ring = stage.querySelector(".ring"), captions = stage.querySelectorAll(".caption");
    const bar = document.createElement("div");
    bar.style.cssText = "display:flex;gap:8px;align-items:center;padding:4px 2px";
    function button(text, label) {
      const b = document.createElement("button");
      b.type = "button"; b.textContent = text; b.setAttribute("aria-label", label);
      b.style.cssText = "font:inherit;color:#222;background:#eef2f6;border:1px solid #8a97a5;" +
        "border-radius:4px;padding:4px 12px;min-width:64px;cursor:pointer";
      bar.appendChild(b); return b;
    }
    const back = button("Back", "one mistake back"), play = button("Play", "play or pause");
    const next = button("Next", "one mistake on");
    const slider = document.createElement("input");
    slider.type = "range"; slider.min = 0; slider.max = last; slider.step = 1;
    slider.setAttribute("aria-label", "mistake");
    slider.style.cssText = "flex:1;min-width:60px;accent-color:#0072B2";
    const count = document.createElement("span");
    count.style.cssText = "min-width:58px;text-align:right";
    bar.append(slider, count);
    let now = 0, where = 0, timer = null, moving = null;
    function draw(s) {
      const k = Math.min(last, Math.floor(s)), m = Math.min(last, k + 1), t = s - k;
      const mix = i => (1 - t) * plan.planes[k][i] + t * plan.planes[m][i];
      const a = mix(0), b = mix(1), c = mix(2), n = Math.hypot(a, b);
      const d = n ? Math.max(-plan.far, Math.min(plan.far, c / n)) : (c < 0 ? -1 : 1) * plan.far;
      const u = n ? a / n : 1, v = n ? b / n : 0;
      const x = plan.center[0] - d * u, y = plan.center[1] - d * v;
      at.setAttribute("transform", `translate(${x},${y})`);
      turned.setAttribute("transform", `rotate(${Math.atan2(v, u) * 180 / Math.PI})`);
      where = s;
    }
    function go(k) {
      now = Math.max(0, Math.min(last, k));
      slider.value = now; count.textContent = now + " / " + last;
      captions.forEach((c, i) => {
        c.setAttribute("visibility", i >> 1 === now ? "visible" : "hidden");
      });
      ring.setAttribute("cx", plan.rings[now][0]); ring.setAttribute("cy", plan.rings[now][1]);
      cancelAnimationFrame(moving);
      if (now !== Math.floor(where) + 1) { draw(now); return; }
      const from = performance.now();
      moving = requestAnimationFrame(function tick(time) {
        const share = Math.min(1, Math.max(0, (time - from) / 450));
        draw(share < 1 ? now - 1 + share : now);
        if (share < 1) moving = requestAnimationFrame(tick);
      });
    }
    function pause() { clearInterval(timer); timer = null; play.textContent = "Play"; }
    function run() {
      if (now === last) go(0);
      play.textContent = "Pause";
      timer = setInterval(() => {
        if (!stage.isConnected || now === last) pause(); else go(now + 1);
      }, 1200);
    }
    back.onclick = () => { pause(); go(now - 1); };
    next.onclick = () => { pause(); go(now + 1); };
    play.onclick = () => { if (timer) pause(); else run(); };
    slider.oninput = () => { pause(); go(Number(slider.value)); };
    image.replaceWith(stage, bar);
    go(0);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const seen = new IntersectionObserver(entries => {
      if (entries.some(e => e.isIntersecting)) { seen.disconnect(); if (now === 0) run(); }
    }, {threshold: 0.6});
    seen.observe(stage);
  }
  function startAll() { document.querySelectorAll("#" + plan.id).forEach(start); }
  startAll();
  setTimeout(startAll, 0);
}"""
