from importlib import resources

FOLDER = resources.files("onrecord.models") / "likelihood"
