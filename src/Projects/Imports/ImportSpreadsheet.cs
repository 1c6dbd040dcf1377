using System.Text;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Use case: a district's own spreadsheet → the tables of a data package, by a mapping. Nothing is written unless every row is sound.</summary>
public static class ImportSpreadsheet
{
    /// <summary>Reads the file by the mapping and, if asked, writes the annotated workbook.</summary>
    public static Outcome<Reading> Read(
        string file, string mappingFile, int? season, string? annotated, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            return ImportRefusals.NoFile(file);
        }

        var mapping = MappingFile.Read(mappingFile);
        if (mapping.Refusal is { } refusal)
        {
            return refusal;
        }

        try
        {
            var reading = ReadSpreadsheet.Run(SourceFile.Open(file, cancellation), mapping.Value!, season, progress, cancellation);
            if (annotated is not null)
            {
                AnnotatedWorkbook.Write(annotated, SourceFile.Open(file, cancellation), reading, cancellation);
            }

            return reading;
        }
        catch (Exception problem) when (IsTheFiles(problem))
        {
            return ImportRefusals.Unreadable(file, problem);
        }
    }

    /// <summary>Proposes a mapping and, if asked, saves it where no file is yet.</summary>
    public static Outcome<Proposal> Propose(string file, int season, string? saveTo)
    {
        if (!File.Exists(file))
        {
            return ImportRefusals.NoFile(file);
        }

        try
        {
            var proposal = ProposeMapping.Run(SourceFile.Open(file), season);
            if (proposal.Refusal is not null || saveTo is null)
            {
                return proposal;
            }

            if (File.Exists(saveTo))
            {
                return ImportRefusals.Exists(saveTo);
            }

            var unfinished = saveTo + ".part";
            File.WriteAllText(unfinished, MappingFile.Write(proposal.Value!.Mapping), new UTF8Encoding(false));
            File.Move(unfinished, saveTo);
            return proposal;
        }
        catch (Exception problem) when (IsTheFiles(problem))
        {
            return ImportRefusals.Unreadable(file, problem);
        }
    }

    /// <summary>A fault of the file or the disk, not of this program. A record beyond every measure is the reader's NotSupportedException.</summary>
    internal static bool IsTheFiles(Exception problem) =>
        problem is IOException or UnauthorizedAccessException or InvalidDataException or DecoderFallbackException or FormatException or NotSupportedException;
}
