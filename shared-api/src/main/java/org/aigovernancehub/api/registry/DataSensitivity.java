package org.aigovernancehub.api.registry;

import org.aigovernancehub.api.Wire;

/** What kind of data a model or dataset holds: public, internal, personal, health or payment card data. */
public enum DataSensitivity implements Wire {
    PUBLIC,
    INTERNAL,
    PII,
    PHI,
    PCI
}
