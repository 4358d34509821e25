"""Answers to the concept check of unit 02, made from six letters."""

from __future__ import annotations

from samples.concepts import ConceptAnswers

RIGHT = "bdacbd"

concepts = ConceptAnswers("mlp_concepts", RIGHT)
