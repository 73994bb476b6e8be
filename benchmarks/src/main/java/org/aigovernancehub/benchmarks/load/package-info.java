/** Makes load over HTTP that costs little itself, and measures latency from when a request was due. */
@NullMarked
package org.aigovernancehub.benchmarks.load;

import org.jspecify.annotations.NullMarked;
