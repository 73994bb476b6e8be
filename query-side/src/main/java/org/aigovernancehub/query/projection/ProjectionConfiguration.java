package org.aigovernancehub.query.projection;

import java.util.List;
import javax.sql.DataSource;
import org.aigovernancehub.api.event.EventFeed;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the way from events to read models; on hubs that answer reads. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    /** Raised whenever the live generation has moved, in this process or, a moment later, in another one. */
    @Bean
    Signal projectionProgress() {
        return new Signal();
    }

    /** What projections write through: their role, in the transaction of the batch. */
    @Bean
    ProjectionTables projectionTables(@Qualifier("projectorDataSource") DataSource dataSource) {
        return new ProjectionTables(new JdbcTemplate(dataSource));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ReadModels readModels(
            @Qualifier("projectorDataSource") DataSource dataSource,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions,
            EventFeed feed,
            List<Projection> projections,
            Signal progress) {
        var jdbc = new JdbcTemplate(dataSource);
        var generations = new GenerationStore(jdbc);
        var letters = new DeadLetters(jdbc);
        return new ReadModels(
                new Projector(feed, projections, generations, letters, transactions),
                generations,
                letters,
                feed,
                projections.stream().map(Projection::name).toList(),
                progress);
    }
}
