using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Samples;

/// <summary>What sample is wanted.</summary>
/// <param name="Projects">Number of projects, ≥ 1.</param>
/// <param name="Seed">The same number and seed give the same rows on every machine.</param>
/// <param name="Out">A folder that does not exist or is empty, or a new file ending in <c>.zip</c>.</param>
/// <param name="Season">Calendar year.</param>
/// <param name="Dirt">Whether about one project in fifty shall carry something that importing warns of.</param>
public sealed record SampleRequest(int Projects, ulong Seed, string Out, int Season = 2023, bool Dirt = false);

/// <summary>What was written.</summary>
public sealed record SampleWritten(string Out, int Projects, ulong Seed, int Season, long Bytes);

/// <summary>Writes a data package of any size with invented projects.</summary>
public static class CreateSample
{
    public const int MostProjects = 9_999_999;

    private const int BlockSize = 2048;

    /// <param name="request">What is wanted.</param>
    /// <param name="progress">Told the share done, 0 … 1.</param>
    /// <param name="cancel">When cancelled nothing stays behind.</param>
    public static Outcome<SampleWritten> Run(SampleRequest request, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Projects is < 1 or > MostProjects)
        {
            return SampleRefusals.Count(request.Projects);
        }

        if (request.Season is < 1990 or > 2100)
        {
            return SampleRefusals.Season(request.Season);
        }

        if (PackageTarget.IsTaken(request.Out))
        {
            return SampleRefusals.Taken(request.Out);
        }

        try
        {
            return Write(request, progress, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return SampleRefusals.Unwritable(request.Out, fault.Message);
        }
    }

    private static SampleWritten Write(SampleRequest request, IProgress<double>? progress, CancellationToken cancel)
    {
        using var target = new PackageTarget(request.Out);
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"示例数据，全部为虚构：saima sample --projects {request.Projects} --seed {request.Seed} --season {request.Season}{(request.Dirt ? " --dirt" : "")}. Invented example data.");
        var descriptor = PackageDescriptor.Write("saima-sample", "示例项目 / Example projects", description);
        target.Add("datapackage.json", descriptor);
        long bytes = descriptor.Length;
        var rows = new CsvBytes();
        SampleTables.Units(rows);
        bytes += Small(target, "units", rows);
        rows.Clear();
        SampleTables.Holidays(rows, request.Season);
        bytes += Small(target, "holidays", rows);
        for (var table = 0; table < SampleTables.OfProjects.Length; table++)
        {
            bytes += Table(target, request, table, progress, cancel);
        }

        target.Keep();
        return new(request.Out, request.Projects, request.Seed, request.Season, bytes);
    }

    private static long Small(PackageTarget target, string table, CsvBytes rows)
    {
        byte[] all = [.. PackageDescriptor.Header(table), .. rows.Written.Span];
        target.Add(table + ".csv", all);
        return all.Length;
    }

    // Each table draws every project again: drawing costs less than keeping a million projects in memory.
    private static long Table(PackageTarget target, SampleRequest request, int table, IProgress<double>? progress, CancellationToken cancel)
    {
        var (name, write) = SampleTables.OfProjects[table];
        using var stream = target.Open(name + ".csv");
        var header = PackageDescriptor.Header(name);
        stream.Write(header);
        long bytes = header.Length;
        var lanes = Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount) * 2)
            .Select(_ => (Draw: new DrawProject(request.Seed, request.Season, request.Dirt), Project: new SampleProject(), Rows: new CsvBytes())).ToArray();
        var blocks = (request.Projects + BlockSize - 1) / BlockSize;
        for (var first = 0; first < blocks; first += lanes.Length)
        {
            cancel.ThrowIfCancellationRequested();
            var count = Math.Min(lanes.Length, blocks - first);
            Parallel.For(0, count, i =>
            {
                var (draw, project, rows) = lanes[i];
                rows.Clear();
                var end = Math.Min(request.Projects, (long)(first + i + 1) * BlockSize);
                for (var number = ((long)(first + i) * BlockSize) + 1; number <= end; number++)
                {
                    draw.Draw(project, number);
                    write(project, rows);
                }
            });
            for (var i = 0; i < count; i++)
            {
                stream.Write(lanes[i].Rows.Written.Span);
                bytes += lanes[i].Rows.Written.Length;
            }

            progress?.Report((table + ((double)(first + count) / blocks)) / SampleTables.OfProjects.Length);
        }

        return bytes;
    }
}
