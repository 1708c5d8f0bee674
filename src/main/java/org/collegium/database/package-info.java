/** The embedded MariaDB for machines without a database server; nobody calls it. */
@NullMarked
package org.collegium.database;

import org.jspecify.annotations.NullMarked;
