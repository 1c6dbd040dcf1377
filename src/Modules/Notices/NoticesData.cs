using Microsoft.EntityFrameworkCore;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Deliveries;
using Saima.Modules.Notices.Feeds;
using Saima.Modules.Notices.Reminders;

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
        model.Entity<Reminder>(reminder =>
        {
            reminder.ToTable("notices_reminder");
            reminder.Property(r => r.Stage).HasConversion<string>();
            reminder.Ignore(r => r.Title);
            reminder.HasIndex(r => new { r.Person, r.TaskKey, r.Due, r.Stage }).IsUnique();
            reminder.HasIndex(r => new { r.Person, r.Id }).HasDatabaseName("ix_notices_reminder_person");
            reminder.HasIndex(r => r.Person).HasFilter("\"ReadAt\" IS NULL AND \"DoneAt\" IS NULL").HasDatabaseName("ix_notices_reminder_unread");
        });
        MapChannels(model);
        model.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("notices_delivery", table =>
            {
                table.HasCheckConstraint("ck_notices_delivery_claim", "(\"State\" = 'Sending') = (\"ClaimedBy\" IS NOT NULL AND \"ClaimedUntil\" IS NOT NULL)");
                table.HasCheckConstraint("ck_notices_delivery_end", "(\"State\" IN ('Sent', 'GaveUp', 'Dropped')) = (\"EndedAt\" IS NOT NULL)");
                table.HasCheckConstraint("ck_notices_delivery_robot", "(\"Channel\" = 'Robot') = (\"Robot\" IS NOT NULL)");
            });
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.Property(d => d.Channel).HasConversion<string>();
            delivery.Property(d => d.State).HasConversion<string>();
            delivery.Property(d => d.Fault).HasConversion<string>();
            delivery.Property(d => d.Revision).IsConcurrencyToken();
            delivery.HasIndex(d => new { d.State, d.NextAt });
            delivery.HasIndex(d => new { d.Person, d.MadeAt });
            delivery.HasIndex(d => d.MadeAt);
        });
        model.Entity<DeliveryItem>(item =>
        {
            item.ToTable("notices_delivery_item");
            item.HasKey(i => new { i.Delivery, i.Reminder });
            item.HasIndex(i => new { i.Reminder, i.Target }).IsUnique();
            item.HasOne<Delivery>().WithMany().HasForeignKey(i => i.Delivery).OnDelete(DeleteBehavior.Restrict);
            item.HasOne<Reminder>().WithMany().HasForeignKey(i => i.Reminder).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WorkerLease>(lease => lease.ToTable("notices_lease").HasKey(l => l.Name));
    }

    private static void MapChannels(ModelBuilder model)
    {
        model.Entity<NoticeSettings>(settings =>
        {
            settings.ToTable("notices_settings");
            settings.HasKey(s => s.Person);
            settings.Ignore(s => s.Quiet);
            settings.Property(s => s.Revision).IsConcurrencyToken();
        });
        model.Entity<MailAddress>(address =>
        {
            address.ToTable("notices_address");
            address.Property(a => a.Id).ValueGeneratedNever();
            address.HasIndex(a => new { a.Person, a.AskedAt });
            address.HasIndex(a => a.Person).IsUnique().HasFilter("\"ConfirmedAt\" IS NOT NULL AND \"EndedAt\" IS NULL").HasDatabaseName("ix_notices_address_current");
        });
        model.Entity<Robot>(robot =>
        {
            robot.ToTable("notices_robot");
            robot.Property(r => r.Id).ValueGeneratedNever();
            robot.Property(r => r.Kind).HasConversion<string>();
            robot.HasIndex(r => new { r.Owner, r.MadeAt });
        });
    }
}
