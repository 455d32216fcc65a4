"""The words that the runner and the kernel share."""

ASK, ANSWER = "denouement_ask", "denouement_answer"  # messages on the shell channel
MEMORY = "DENOUEMENT_MEMORY"  # environment variable: bytes of memory the notebook may hold
