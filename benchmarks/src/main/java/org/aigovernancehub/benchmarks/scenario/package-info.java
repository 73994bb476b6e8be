/** What is measured, a class each. */
@NullMarked
package org.aigovernancehub.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
