/** Accounts, roles and permissions, sign-in and sessions; every module asks it who may do what. */
@NullMarked
package org.collegium.identity;

import org.jspecify.annotations.NullMarked;
