"""Classes of words, by part of speech (Universal Dependencies) and by tag (Penn Treebank)."""

VERBS = frozenset({"VERB", "AUX"})
"""Parts of speech that head a clause: verbs, and auxiliaries, as which the tagger has "be" and "have" alone."""

NOUNS = frozenset({"NOUN", "PROPN"})
"""Parts of speech of nouns, common and proper."""

NOMINALS = NOUNS | {"PRON"}
"""Parts of speech that head what takes part in something: nouns and pronouns."""

SINGULAR_NOUNS = frozenset({"NN", "NNP"})
"""Tags of nouns in the singular, common and proper."""

PLURAL_NOUNS = frozenset({"NNS", "NNPS"})
"""Tags of nouns in the plural, common and proper."""

NOUN_TAGS = SINGULAR_NOUNS | PLURAL_NOUNS
"""Tags of nouns."""

FINITE_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that make a clause by themselves, modals among them: not infinitives and participles."""

NARRATING_VERBS = frozenset({"VBD", "VBZ"})
"""Tags of the forms in which news tells what somebody did: the past, and the present of the third person."""

PERSONAL_PRONOUNS = frozenset({"PRP", "PRP$"})
"""Tags of personal pronouns and possessives ("he", "his")."""
