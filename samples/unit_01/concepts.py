"""Answers to the concept check of unit 01, made from six letters."""

from __future__ import annotations

from samples.concepts import ConceptAnswers

RIGHT = "cbdcba"

concepts = ConceptAnswers("perceptron_concepts", RIGHT)
