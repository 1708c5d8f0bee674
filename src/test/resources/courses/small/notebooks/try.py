# %% [markdown]
# # Try it

# %%
table = open("../assets/numbers.csv").read()

# %%
print(table)
