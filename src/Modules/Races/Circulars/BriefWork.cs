using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Saima.Kernel.Data;
using Saima.Kernel.Documents;
using Saima.Kernel.Refusals;
using Saima.Ui.Papers;

namespace Saima.Modules.Races.Circulars;

/// <param name="Total">0 until it is known.</param>
/// <param name="File">What was made; nothing while it is being made.</param>
public sealed record BatchState(bool Running, int Done, int Total, byte[]? File, Refusal? Refusal);

/// <summary>Briefs of a whole edition, made behind the page: two batches at a time, each of which can be followed and cancelled; the latest few stay in memory.</summary>
public sealed class BriefWork(IServiceScopeFactory scopes, PaperPress press, ILogger<BriefWork> logger) : IDisposable
{
    private const int AtOnce = 2;
    private const int Kept = 4;
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Lock one = new();
    private readonly List<Batch> batches = [];

    public BatchState? Of(long round, string what)
    {
        lock (one)
        {
            return Find(round, what) is { } batch ? new(batch.Running, batch.Done, batch.Total, batch.File, batch.Refusal) : null;
        }
    }

    /// <returns>What keeps it from beginning.</returns>
    public Refusal? Begin(SettledRound round, string what)
    {
        ArgumentNullException.ThrowIfNull(round);
        lock (one)
        {
            if (Find(round.Id, what) is { Running: true })
            {
                return null;
            }

            if (batches.Count(batch => batch.Running) >= AtOnce)
            {
                return CircularRefusals.Busy;
            }

            batches.RemoveAll(batch => batch.Round == round.Id && batch.What == what);
            while (batches.Count >= Kept && batches.Find(batch => !batch.Running) is { } oldest)
            {
                batches.Remove(oldest);
            }

            var begun = new Batch(round.Id, what);
            batches.Add(begun);
            begun.Work = Task.Run(() => Work(begun, round));
            return null;
        }
    }

    public void Stop(long round, string what)
    {
        lock (one)
        {
            Find(round, what)?.Stop.Cancel();
            batches.RemoveAll(batch => batch.Round == round && batch.What == what);
        }
    }

    public void Dispose()
    {
        lock (one)
        {
            batches.ForEach(batch => batch.Stop.Cancel());
        }
    }

    private async Task Work(Batch batch, SettledRound round)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var papers = await Papers(scope.ServiceProvider.GetRequiredService<SaimaDb>(), batch, round, batch.Stop.Token);
            if (papers.Value is not { } made)
            {
                batch.Refusal = papers.Refusal;
                return;
            }

            var fonts = press.Fonts;
            if (batch.What.EndsWith(".pdf", StringComparison.Ordinal))
            {
                var printed = await press.Print.Run(PaperHtml.File(batch.What, [.. made.Select(paper => paper.Paper)], fonts), batch.Stop.Token);
                (batch.File, batch.Refusal) = (printed.Value, printed.Refusal);
                batch.Done = batch.Total;
            }
            else
            {
                batch.File = Zip(made, fonts, batch);
            }
        }
        catch (OperationCanceledException)
        {
            batch.Refusal = CircularRefusals.NotMade;
        }
        catch (Exception fault)
        {
            // The page says that it was not made and can be made again; why is for the operator.
            BriefLog.Failed(logger, batch.What, fault);
            batch.Refusal = CircularRefusals.NotMade;
        }
        finally
        {
            batch.Running = false;
        }
    }

    private async Task<Outcome<IReadOnlyList<(string Name, Paper Paper)>>> Papers(SaimaDb db, Batch batch, SettledRound round, CancellationToken cancel)
    {
        var figures = await EditionFigures.Read(db, round, cancel);
        var made = new List<(string, Paper)>();
        var kind = batch.What.StartsWith("projects", StringComparison.Ordinal) ? TemplateKind.Project : TemplateKind.Unit;
        var template = await TemplateShelf.InForce(db, kind, press.Today, cancel);
        var projects = kind == TemplateKind.Project ? await BriefFigures.OfProjects(db, figures, [.. figures.Rows.Select(row => row.Project)], cancel) : [];
        var units = kind == TemplateKind.Unit ? figures.Units.Select(unit => BriefFigures.OfUnit(figures, unit.Unit)!).ToList() : [];
        batch.Total = projects.Count + units.Count;
        foreach (var (name, brief) in projects.Select(one => (one.Row.Project, (Func<Outcome<Paper>>)(() => ComposeCircular.Brief(one, template)))).Concat(units.Select(one => (one.Unit.Unit, (Func<Outcome<Paper>>)(() => ComposeCircular.Brief(one, template))))))
        {
            cancel.ThrowIfCancellationRequested();
            var composed = brief();
            if (composed.Value is not { } paper)
            {
                return composed.Refusal!;
            }

            made.Add((name, paper));
            batch.Done = made.Count;
        }

        return made;
    }

    private static byte[] Zip(IReadOnlyList<(string Name, Paper Paper)> papers, FontSet fonts, Batch batch)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (paper, at) in papers.Select((paper, at) => (paper, at)))
            {
                batch.Stop.Token.ThrowIfCancellationRequested();
                var entry = zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"{string.Concat(paper.Name.Split(Path.GetInvalidFileNameChars()))}.docx"), CompressionLevel.NoCompression);
                entry.LastWriteTime = Timestamp;
                using var sink = entry.Open();
                sink.Write(WordWriter.Write(paper.Paper, fonts));
                batch.Done = at + 1;
            }
        }

        return target.ToArray();
    }

    private Batch? Find(long round, string what) => batches.Find(batch => batch.Round == round && batch.What == what);

    private sealed class Batch(long round, string what)
    {
        private volatile bool running = true;

        public long Round { get; } = round;

        public string What { get; } = what;

        public CancellationTokenSource Stop { get; } = new();

        public Task? Work { get; set; }

        public int Done { get; set; }

        public int Total { get; set; }

        public byte[]? File { get; set; }

        public Refusal? Refusal { get; set; }

        public bool Running
        {
            get => running;
            set => running = value;
        }
    }
}

/// <summary>What the operator is told.</summary>
internal static partial class BriefLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The briefs {What} were not made.")]
    public static partial void Failed(ILogger logger, string what, Exception fault);
}
