using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Tasks;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.People;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Deliveries;
using Saima.Modules.Notices.Reminders;
using Saima.Projects.Register;
using Saima.Testing;

namespace Saima.Modules.Tests.Notices;

/// <summary>A platform with people, the tasks a test gives them, a mail server and a clock of its own; workers are started as processes are.</summary>
internal sealed class NoticeBoard : IAsyncDisposable
{
    private readonly List<ServiceProvider> _started = [];
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"saima-notices-{Guid.NewGuid():N}");

    private NoticeBoard(string kind) => Data = TestDatabase.Create(kind);

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public TestDatabase Data { get; }

    public MailHouse Mail { get; } = MailHouse.Open();

    /// <summary>Thursday, 7 March 2024, ten in the morning in China.</summary>
    public FakeTimeProvider Time { get; } = new(new(2024, 3, 7, 2, 0, 0, TimeSpan.Zero));

    /// <summary>By stable id.</summary>
    public Dictionary<string, List<OpenTask>> Tasks { get; } = [];

    /// <summary>Settings beyond those of the mail server.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public static NoticeBoard Open(string kind) => new(kind);

    /// <summary>Starts the platform as a process of its own would be.</summary>
    public ServiceProvider Start()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        configuration["SAIMA_DATA"] = _folder;
        Mail.Configure(configuration);
        foreach (var (name, value) in Settings)
        {
            configuration[name] = value;
        }

        var services = new ServiceCollection().AddLogging().AddSaima(Data.Address, AllModules.List, configuration);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<TaskSource>(new Given(Tasks));
        var started = services.BuildServiceProvider();
        _started.Add(started);
        return started;
    }

    /// <summary>One turn of a worker of a new process.</summary>
    public async Task<bool> Turn()
    {
        await using var process = Start();
        var worker = process.GetRequiredService<NoticeWorker>();
        var led = await worker.Turn(Cancel);
        await worker.StopAsync(Cancel);
        return led;
    }

    /// <returns>Stable id.</returns>
    public async Task<string> AddPerson(string name, string? address = null)
    {
        var db = Data.Open();
        var person = new Person { Id = Site.IdOf(name), Name = name, UserName = $"u{Guid.NewGuid():N}", CreatedAt = Time.GetUtcNow() };
        person.NormalizedUserName = person.UserName.ToUpperInvariant();
        db.Add(person);
        db.Add(new Duty { PersonId = person.Id, Role = Role.Reporter, Unit = "S05", From = new(2000, 1, 1), GrantedBy = "test", GrantedAt = Time.GetUtcNow(), Reason = "test" });
        if (address is not null)
        {
            var secrets = Start().GetRequiredService<NoticeSecrets>();
            db.Add(new MailAddress { Id = Guid.NewGuid(), Person = person.Id.ToString(), Sealed = secrets.Seal(address), AskedAt = Time.GetUtcNow(), ConfirmedAt = Time.GetUtcNow() });
        }

        await db.SaveChangesAsync(Cancel);
        return person.Id.ToString();
    }

    public async Task<Guid> AddRobot(string owner, RobotKind kind, Uri address, string? secret)
    {
        var (db, secrets) = (Data.Open(), Start().GetRequiredService<NoticeSecrets>());
        var robot = new Robot { Id = Guid.NewGuid(), Owner = owner, Kind = kind, Name = "test", Host = address.Host, SealedAddress = secrets.Seal(address.ToString()), SealedSecret = secret is null ? null : secrets.Seal(secret), MadeBy = "test", MadeAt = Time.GetUtcNow() };
        db.Add(robot);
        await db.SaveChangesAsync(Cancel);
        return robot.Id;
    }

    public void Give(string person, params OpenTask[] tasks) => Tasks[person] = [.. tasks];

    public async Task AddDaysOff(params DateOnly[] days)
    {
        var db = Data.Open();
        var change = new RegisterChange { Season = days[0].Year, Kind = RegisterChange.Import, By = "test", At = Time.GetUtcNow() };
        db.Add(change);
        await db.SaveChangesAsync(Cancel);
        db.AddRange(days.Select(day => new HolidayFact { Season = day.Year, Date = day, Kind = "off", ChangeId = change.Id }));
        await db.SaveChangesAsync(Cancel);
    }

    public Task<List<Delivery>> Deliveries() => Data.Open().Set<Delivery>().AsNoTracking().OrderBy(one => one.MadeAt).ToListAsync(Cancel);

    public Task<List<Reminder>> Reminders() => Data.Open().Set<Reminder>().AsNoTracking().OrderBy(one => one.Id).ToListAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var started in _started)
        {
            await started.DisposeAsync();
        }

        await Mail.DisposeAsync();
        await Data.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class Given(Dictionary<string, List<OpenTask>> tasks) : TaskSource
    {
        public override Task<IReadOnlyList<OpenTask>> Read(SaimaDb db, Actor actor, DateOnly today, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<OpenTask>>(tasks.GetValueOrDefault(actor.Id) ?? []);
    }
}
