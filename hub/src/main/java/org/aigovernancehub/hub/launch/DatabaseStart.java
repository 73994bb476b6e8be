package org.aigovernancehub.hub.launch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.aigovernancehub.hub.database.DatabaseBootstrap;
import org.aigovernancehub.hub.database.EmbeddedPostgres;
import org.aigovernancehub.hub.demonstration.DemonstrationCheck;
import org.aigovernancehub.hub.launch.HubLauncher.Secrets;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.settings.HubSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;

/**
 * Makes the database ready in a thread of its own while Spring reads what the application is made of. No bean is made before the
 * database is ready, and none if it cannot be.
 */
final class DatabaseStart implements BeanFactoryPostProcessor, AutoCloseable {
    private final HubSettings settings;
    private final FutureTask<Ready> preparation = new FutureTask<>(this::prepare);
    private final Thread thread =
            Thread.ofPlatform().name("database-start").daemon().unstarted(preparation);
    private volatile @Nullable EmbeddedPostgres embedded;

    private record Ready(DatabaseUrl login, Secrets secrets) {}

    private DatabaseStart(HubSettings settings) {
        this.settings = settings;
    }

    static DatabaseStart of(HubSettings settings) {
        var start = new DatabaseStart(settings);
        start.thread.start();
        return start;
    }

    private Ready prepare() {
        var server = settings.isEmbedded() ? EmbeddedPostgres.start(settings.dataDir()) : null;
        embedded = server;
        var login = HubLauncher.login(settings, server);
        var migrator = HubLauncher.migrator(settings, server);
        var database = new DatabaseBootstrap(login, migrator);
        database.await(settings.databaseWait());
        if (settings.demonstration()) {
            DemonstrationCheck.require(DatabaseBootstrap.connections(migrator));
        }
        database.run();
        return new Ready(login, new Secrets(settings));
    }

    /** Runs when all beans are known and none is made. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        try {
            var ready = preparation.get();
            beans.registerSingleton("databaseUrl", ready.login());
            beans.registerSingleton("secrets", ready.secrets());
        } catch (ExecutionException e) {
            throw abandoned(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandoned(e);
        }
    }

    /** What Spring does not report: the launcher does. */
    private static RuntimeException abandoned(@Nullable Throwable cause) {
        var abandoned = new SpringApplication.AbandonedRunException();
        abandoned.initCause(cause);
        return abandoned;
    }

    /** Known once the application has started. */
    Secrets secrets() {
        return preparation.resultNow().secrets();
    }

    /** Stops the embedded server, if there is one; one that is about to start is waited for, so that none is left behind. */
    @Override
    public void close() {
        if (!settings.isEmbedded()) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        HubLauncher.close(embedded);
    }
}
