"""Classes of pronouns, by their forms."""

from onrecord.vocabulary import Gender

GENDERS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip

COLLECTIVE = {"it", "they", "them", "its", "their"}
OWN = {"i", "we", "me", "us", "my", "our", "myself", "ourselves"}
RELATIVE = {"who", "whom", "which", "that", "whose"}
