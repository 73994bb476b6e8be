/** What is measured and what it runs on: the hub's process, its PostgreSQL, the machine. */
@NullMarked
package org.aigovernancehub.benchmarks.system;

import org.jspecify.annotations.NullMarked;
