"""Who is meant: pronouns and descriptions, and quotations with nobody beside them, told with a name."""
