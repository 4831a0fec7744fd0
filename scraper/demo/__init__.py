"""The bundled damaged site: own text, the damages listings suffer, and the truth to compare with."""
