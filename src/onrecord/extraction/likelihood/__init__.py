"""Likelihood: how likely a statement that was found is right, by two small models of named features.

claim (a statement as it is looked at), content_features, cue_features and word_features (what is the case of its
words), speaker_features (of its speakers), logistic (the models), likelihood (the result).
"""

from onrecord.extraction.likelihood.claim import Claim, claims
from onrecord.extraction.likelihood.likelihood import Likelihood, likelihoods
from onrecord.extraction.likelihood.logistic import INTERCEPT, Question, model_of
from onrecord.extraction.likelihood.speaker_features import features_of_speakers
from onrecord.extraction.likelihood.word_features import features_of_words

__all__ = [
    "INTERCEPT",
    "Claim",
    "Likelihood",
    "Question",
    "claims",
    "features_of_speakers",
    "features_of_words",
    "likelihoods",
    "model_of",
]
