"""Answers to the concept check of unit 04, made from six letters."""

from __future__ import annotations

from samples.concepts import ConceptAnswers

RIGHT = "bdacbd"

concepts = ConceptAnswers("backprop_concepts", RIGHT)
