/** The language of policies: conditions, facts, verdicts and findings. */
@NullMarked
package org.aigovernancehub.api.policy;

import org.jspecify.annotations.NullMarked;
