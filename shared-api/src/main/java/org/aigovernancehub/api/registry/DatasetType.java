package org.aigovernancehub.api.registry;

import org.aigovernancehub.api.Wire;

/** What a model uses a dataset for. */
public enum DatasetType implements Wire {
    TRAINING,
    VALIDATION,
    TEST,
    INFERENCE
}
