package org.aigovernancehub.hub.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.aigovernancehub.command.demonstration.Account;
import org.aigovernancehub.command.demonstration.AccountSheet;
import org.aigovernancehub.hub.database.PrivateFiles;
import org.aigovernancehub.hub.settings.HubSettings;

/** The file that names who can sign in to a demonstration, with their passwords: they are nowhere else. */
public final class DemonstrationFile implements AccountSheet {
    /** The property that carries {@code HUB_DEMO} into the application context. */
    public static final String PROPERTY = "hub.demo";

    private static final String ADMINISTRATOR = "admin";
    private static final String HEADING = """
            # Who can sign in to the demonstration; a line each: user name, password, role, organisation (- for platform staff).
            """;

    private final Path file;
    private final boolean passwordConfigured;

    public DemonstrationFile(HubSettings settings) {
        this.file = settings.dataDir().resolve("demonstration-accounts");
        this.passwordConfigured = settings.adminPassword() != null;
    }

    public Path path() {
        return file;
    }

    @Override
    public void write(List<Account> accounts) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrivateFiles.write(file, HEADING + accounts.stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private String line(Account account) {
        if (passwordConfigured && account.username().equals(ADMINISTRATOR)) {
            return "# %s has the password of HUB_ADMIN_PASSWORD.".formatted(ADMINISTRATOR);
        }
        return "%-17s %s %-18s %s"
                .formatted(
                        account.username(),
                        account.password(),
                        account.role(),
                        account.organization() == null ? "-" : account.organization());
    }
}
