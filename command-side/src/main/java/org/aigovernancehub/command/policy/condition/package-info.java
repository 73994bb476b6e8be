/** The conditions of policies, one pure function each, from facts to a judgement. */
@NullMarked
package org.aigovernancehub.command.policy.condition;

import org.jspecify.annotations.NullMarked;
