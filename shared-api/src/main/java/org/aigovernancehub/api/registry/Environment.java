package org.aigovernancehub.api.registry;

import org.aigovernancehub.api.Wire;

/** Where a model runs; fixed when it is registered. */
public enum Environment implements Wire {
    DEV,
    TEST,
    STAGING,
    PROD
}
