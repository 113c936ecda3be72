"""The shared code of the notebooks. A module imports only from modules above its own.

tables       the codebook: columns, types, units, keys of each table; read_table and write_table enforce it
stats        log_likelihood, log_ratio, rate, bootstrap_interval: numbers in, numbers out
logit        fit: which of several candidates is chosen, by the weights of their features
cleaning     label_lines: text into lines with label and the rule that decided; extract_html: page into text
corpus       load_corpus: a corpus folder into documents, one row per article, every fault of the input told in one line
sentences    split_sentences: text into (start, end)
voice        find_quotes; cut_by_voice: one row per run of one sentence in one voice
tokens       tokenize, lemmatize
concordance  kwic, excerpts: the hits in context, the evidence under every number
actors       find_names: what each side is called
sentiment    polarity and subjectivity per span; target_sentiment toward an actor; mean_by_source
vocabulary   frequency_list, keyness, loaded_terms
figures      find_figures: how much, of what, on whose word; group_figures: one quantity told by several
gold         score_step: a build against hand coding, krippendorff_alpha; `python -m helpers.gold`: the coder's loop
charts       table into matplotlib Figure with its text alternative; reads, computes and saves nothing
reports      executed notebook into one offline HTML page without code
pipeline     STEPS: notebook, reads, writes; the only module that knows folders; `python -m helpers.pipeline`
measure      every benchmark of a folder and all hand coding against their floors; `python -m helpers.measure`
bench        how fast a build is and what an article costs, against their bounds; `python -m helpers.bench`
"""

import os

# Matrices here are small: threads of the linear algebra would only get in each other's way, and in that of other steps.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
