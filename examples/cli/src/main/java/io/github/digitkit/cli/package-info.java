/** The command line: one class a command, started by {@link io.github.digitkit.cli.Main}. */
@NullMarked
package io.github.digitkit.cli;

import org.jspecify.annotations.NullMarked;
