using System.Text;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>Use case: writes the log as a folder any web server can serve, with the page that checks a bundle against it.</summary>
internal static class ExportLog
{
    /// <returns>Files written.</returns>
    public static async Task<Outcome<int>> Run(SaimaDb db, LogCheckpoint newest, string folder, Func<CancellationToken, Task<IReadOnlyList<(string Name, byte[] Bytes)>>> pages, CancellationToken cancel)
    {
        var tree = await PublishedLog.Tree(db, cancel);
        var existing = Path.Combine(folder, "checkpoint");
        if (File.Exists(existing) && Checkpoint.Parse(SignedNote.Parse(await File.ReadAllTextAsync(existing, cancel))?.Text ?? "") is var old
            && (old is null || old.Size > tree.Size || !tree.Head(old.Size).AsSpan().SequenceEqual(old.Head)))
        {
            return LogRefusals.NotEmpty(folder);
        }

        var written = 0;
        async Task Write(string path, byte[] bytes)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes, cancel);
            written++;
        }

        // Partial tiles of every size that was signed, so that whoever holds an older checkpoint can use it.
        var sizes = (await CheckLog.Notes(db, cancel)).Select(note => Checkpoint.Parse(note.Text)?.Size ?? 0).Distinct();
        foreach (var tile in sizes.SelectMany(LogTile.Of).Distinct())
        {
            if (await PublishedLog.Read(db, tile, cancel) is { } content)
            {
                await Write(tile.Path, content);
            }
        }

        await Write("vkey", Encoding.UTF8.GetBytes(string.Concat((await LogKeys.All(db, cancel)).FindAll(key => key.Until is null).Select(key => key.Public + "\n"))));
        foreach (var (name, bytes) in await pages(cancel))
        {
            await Write(name, bytes);
        }

        // Last, so that it never speaks of tiles that are not there yet.
        await Write("checkpoint", Encoding.UTF8.GetBytes(newest.Note));
        return written;
    }
}
