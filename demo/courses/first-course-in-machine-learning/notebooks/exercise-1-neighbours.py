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
# # Exercise 1: Ask the neighbours
#
# In [Ask the neighbours](../lessons/04-ask-the-neighbours.md) you predicted one thickness by hand. Now teach the computer to do it, in three
# short functions. You need nothing but Python and NumPy. Allow yourself half an hour, and try each part before you open the solution: it
# stays closed until you say that you have tried.
#
# Here are eight visits. Each row holds degree-days (in °C·day) and snow (in cm); `ice` holds the thickness in cm.

# %%
import numpy as np

visits = np.array([
    [60, 2], [90, 8], [240, 1], [300, 9],
    [420, 12], [480, 3], [650, 6], [760, 10],
], dtype=float)
ice = np.array([13, 10, 27, 21, 25, 38, 45, 40], dtype=float)

# %% [markdown]
# ## 1. Distances
#
# Write a function that returns the Euclidean distance from one point to every row of a table. Remember
#
# $$
# d(\mathbf{a}, \mathbf{b}) = \sqrt{\sum_j (a_j - b_j)^2}.
# $$
#
# :::{hint}
# `table - point` subtracts the point from every row at once. `axis=1` sums along a row.
# :::


# %%
def distances(table, point):
    ...


# %% [markdown]
# When it is right, this cell stays silent:

# %%
assert np.allclose(distances(np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([0.0, 0.0])), [0.0, 5.0])

# %% [markdown]
# ## 2. The same scale for every column
#
# Ask for the distances from a visit with 300 degree-days and 2 cm of snow. Which column decides who is near? Then write a function that
# *standardises* a table: subtract each column’s mean, divide by its standard deviation. Let it return the mean and the deviation as well; a new
# point must be put on the **same** scale.


# %%
def standardise(table):
    ...


# %%
scaled, mean, deviation = standardise(visits)
assert np.allclose(scaled.mean(axis=0), 0) and np.allclose(scaled.std(axis=0), 1)

# %% [markdown]
# ## 3. Predict
#
# Put the pieces together: a function that takes a point in plain units and a number of neighbours `k`, and returns the mean thickness of the
# `k` nearest visits.
#
# :::{hint}
# `np.argsort(d)[:k]` gives the positions of the `k` smallest entries of `d`.
# :::


# %%
def predict(point, k):
    ...


# %%
print("k = 1:", predict(np.array([300.0, 2.0]), 1))
print("k = 3:", predict(np.array([300.0, 2.0]), 3))
print("k = 8:", predict(np.array([300.0, 2.0]), 8))

# %% [markdown]
# ## 4. Think before you look
#
# Answer in a sentence each, on paper or in your notes:
#
# 1. Why must `predict(point, 8)` be the same for *every* point?
# 2. What would happen to the prediction if someone recorded snow in millimetres, with and without standardising?
# 3. You want the training error of `k = 1`. What is it, without any computing? Why is it useless?
