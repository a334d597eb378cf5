"""Classes of the relations by which one word hangs on another (ClearNLP labels, as spaCy has them).

Each is defined here and nowhere else. A rule that needs fewer or more of them than a class has takes another class, or
adds to one by name.
"""

ACTIVE_SUBJECTS = frozenset({"nsubj", "csubj"})
"""Who or what does what an active verb tells, noun or clause: not who suffers it ("the mayor was told")."""

NOMINAL_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Nouns and pronouns that are subjects, of active and passive verbs: not clauses ("what she said surprised us")."""

SUBJECTS = ACTIVE_SUBJECTS | NOMINAL_SUBJECTS | {"csubjpass"}
"""All subjects. "There" and "it" that stand for nothing are none (`expl`)."""

OBJECTS = frozenset({"dobj", "dative"})
"""Direct and indirect objects: not what stands behind a preposition, unless that brings in an indirect one."""

OBJECTS_AND_PREDICATES = OBJECTS | {"oprd"}
"""Objects, with what one is called or made ("called it a `ruin`")."""

NOMINAL_COMPLEMENTS = OBJECTS_AND_PREDICATES | {"attr"}
"""Objects, with what an object or the subject is said to be ("is a `ruin`"): not adjectives (`acomp`)."""

AUXILIARIES = frozenset({"aux", "auxpass"})
"""Auxiliaries, modals and the "to" of infinitives, those of the passive among them."""

ADNOMINAL_CLAUSES = frozenset({"acl", "relcl"})
"""Clauses that tell of a noun: "the men `arrested`", "the men who `fled`"."""

NONFINITE_COMPLEMENTS = frozenset({"xcomp", "pcomp"})
"""Clauses without a subject that complete a verb or preposition: "denied `taking` it", "from `taking` it"."""

CLAUSAL_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
"""Clauses that complete a verb: "said he had `left`", "wants to `leave`"."""

PREDICATE_COMPLEMENTS = CLAUSAL_COMPLEMENTS | {"oprd", "acomp"}
"""What is said of a subject or object, or by them: "held `accountable`", "said to `have`"."""

SIDE_CLAUSES = frozenset({"conj", "parataxis", "advcl"})
"""Clauses that tell of something besides what the verb tells they hang on: joined to it, put beside it or adverbial."""

CLAUSES = frozenset({"ROOT", "ccomp", "csubj", "pcomp"}) | ADNOMINAL_CLAUSES | SIDE_CLAUSES
"""What the verb of a clause of its own is to what it hangs on: not open complements ("wants to `leave`")."""

NOUN_MODIFIERS = frozenset({"compound", "nmod", "amod"})
"""What stands before a noun and says which or what kind: not articles and numbers, nor whose it is."""

ATTRIBUTES = NOUN_MODIFIERS | {"poss"}
"""What stands before a noun and says which, what kind or whose: not articles and numbers."""

NOMINAL_ATTRIBUTES = ATTRIBUTES - {"amod"}
"""The nouns and pronouns of these: "the `Rivas` campaign", "`her` campaign", not "the `late` campaign"."""
