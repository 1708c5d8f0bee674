# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Exercise 2: What may an alarm cost?
#
# In the notebook [The ice alarm](04-the-ice-alarm.ipynb) a model gave a probability of thin ice for each of 240 visits. They are in the file
# [ice-alarm.csv](../assets/ice-alarm.csv), one row a visit, with what was found: `thin` is 1 if the ice was thinner than 20 cm.
#
# A **false alarm** costs the crew a morning; call that 1. A **miss** sends a sledge onto thin ice. How much is that? Nobody in a computing
# department can tell you, which is the point of this exercise. We shall see what the choice of that number does.

# %%
import csv

import numpy as np

with open("../assets/ice-alarm.csv", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
p = np.array([float(row["probability"]) for row in rows])
thin = np.array([row["thin"] == "1" for row in rows])

# %% [markdown]
# ## 1. Count
#
# Write a function that returns hits, false alarms, misses and quiet days for a threshold. The alarm rings when the probability is **at least** the threshold.


# %%
def outcomes(threshold):
    ...


# %%
assert outcomes(0.5) == (45, 9, 12, 174)

# %% [markdown]
# ## 2. Price
#
# Write a function for the total cost of a threshold, given the price of a miss. Then find the cheapest threshold on the grid `0, 0.01, …, 1` for
# prices of 1, 5, 20 and 100.


# %%
def cost(threshold, price_of_a_miss):
    ...


# %% [markdown]
# ## 3. Compare with theory
#
# Suppose the probabilities were perfectly calibrated. At a probability $p$, ringing costs $1 - p$ on average (it was a false alarm) and silence costs
# $C\,p$, where $C$ is the price of a miss. Show on paper that one should ring when
#
# $$
# p \ge \frac{1}{1 + C},
# $$
#
# and compare the cost of *that* threshold with the cheapest one you found.

# %%
# Your comparison

# %% [markdown]
# ## 4. Think
#
# 1. At a price of 100 the cheapest policy is a remarkable one. Which, and whose fault is it?
# 2. You chose the cheapest threshold on the same 240 visits on which you report its cost. What is wrong with that, and how would you mend it?
# 3. Who should set the price of a miss: the person who builds the model, the crew, or the university? What would each of them overlook?
