package org.aigovernancehub.hub.backup;

/** A backup that cannot be restored as it is. The message says what is wrong with it. */
final class DamagedBackup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedBackup(String sentence) {
        super(sentence);
    }
}
