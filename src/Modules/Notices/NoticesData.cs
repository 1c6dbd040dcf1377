using Microsoft.EntityFrameworkCore;
using Saima.Modules.Notices.Feeds;

namespace Saima.Modules.Notices;

/// <summary>The tables this module owns.</summary>
public static class NoticesData
{
    public static void Map(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<CalendarFeed>(feed =>
        {
            feed.ToTable("notices_feed");
            feed.HasKey(f => f.Id);
            feed.HasIndex(f => f.Hash).IsUnique();
            feed.HasIndex(f => f.Person).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("ix_notices_feed_current");
        });
    }
}
