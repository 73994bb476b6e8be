package org.aigovernancehub.command.eventstore;

import javax.sql.DataSource;
import org.aigovernancehub.api.event.EventFeed;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every hub has of the event store, whatever its role: numbering, and following positions. */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    PositionSignal positionSignal() {
        return new PositionSignal();
    }

    /** @param dataSource of a role that may number: the command pool where the hub appends, else the projector's */
    @Bean(initMethod = "start", destroyMethod = "close")
    Sequencer sequencer(@Qualifier("sequencerDataSource") DataSource dataSource, PositionSignal signal) {
        return new Sequencer(dataSource, signal);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PositionListener positionListener(@Qualifier("sequencerDataSource") DataSource dataSource, PositionSignal signal) {
        return new PositionListener(dataSource, signal);
    }

    @Bean
    EventFeed eventFeed(@Qualifier("feedDataSource") DataSource dataSource, EventCodec codec, PositionSignal signal) {
        return new PositionFeed(new JdbcTemplate(dataSource), codec, signal);
    }
}
