package org.collegium.courses.git;

/** With which the platform signs in to a Git server. */
sealed interface GitSignIn permits GitCredentials, DeployKey {}
