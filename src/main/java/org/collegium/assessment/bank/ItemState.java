package org.collegium.assessment.bank;

/** Whether an item of the bank is offered to authors; where it is used already it stays. */
public enum ItemState {
    ACTIVE,
    RETIRED
}
