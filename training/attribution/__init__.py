"""How the attribution model is made, from PolNeAR to the files that ship."""
