"""Answers to the concept check of unit 05, made from six letters."""

from __future__ import annotations

from samples.concepts import ConceptAnswers

RIGHT = "cbdadb"

concepts = ConceptAnswers("regularization_concepts", RIGHT)
