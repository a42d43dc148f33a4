/** History in a database: migrations, group commit, queries, retention. */
@NullMarked
package io.github.digitkit.web.store;

import org.jspecify.annotations.NullMarked;
