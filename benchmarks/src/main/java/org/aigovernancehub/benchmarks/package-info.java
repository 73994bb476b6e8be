/** Measures the hub from outside: one program, one table, each figure beside the limit of the machine. */
@NullMarked
package org.aigovernancehub.benchmarks;

import org.jspecify.annotations.NullMarked;
