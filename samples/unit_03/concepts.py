"""Answers to the concept check of unit 03, made from six letters."""

from __future__ import annotations

from samples.concepts import ConceptAnswers

RIGHT = "cbdaca"

concepts = ConceptAnswers("costs_concepts", RIGHT)
