package org.aigovernancehub.api.registry;

import org.aigovernancehub.api.Wire;

/** The organisation's own handling class of data. */
public enum DataClassification implements Wire {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED
}
