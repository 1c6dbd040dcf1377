using Saima.Kernel.Time;

namespace Saima.Kernel.Evidence;

public enum EvidenceFlag
{
    /// <summary>The same file is evidence elsewhere 同一文件.</summary>
    SameFile,

    /// <summary>A photo that looks the same is evidence elsewhere 疑似同一照片.</summary>
    LooksTheSame,

    /// <summary>Taken too far from the project 拍摄地点不符.</summary>
    ElsewhereTaken,

    /// <summary>Taken outside of the project's land 地块外.</summary>
    OutsideParcel,

    /// <summary>Taken in another month than the one it is to prove 拍摄月份不符.</summary>
    OtherMonth,
}

/// <summary>What a piece of evidence is to prove: of which month, if of one, and where the project is, if that is known.</summary>
public sealed record EvidenceClaim(Month? Month, PhotoPlace? Place)
{
    /// <summary>Where the project's land is known: how far outside of it a place is, and how far is let pass. Then the distance to its point says nothing more.</summary>
    public (Func<PhotoPlace, double> MetresOutside, double Tolerance)? Land { get; init; }
}

/// <summary>Evidence given before, elsewhere.</summary>
public sealed record EarlierEvidence(string Use, string Hash, ulong? Looks);

/// <param name="Use">Where the other evidence stands, for the flags that speak of another.</param>
/// <param name="Metres">How far away it was taken.</param>
public sealed record RaisedFlag(EvidenceFlag Flag, string? Use = null, double? Metres = null);

/// <summary>What a checker should look at twice. A flag is advice, never a refusal: a photo without time or place raises none.</summary>
public static class FlagEvidence
{
    public const double DefaultRadiusMetres = 1_000;

    public static IReadOnlyList<RaisedFlag> Run(
        KeptFile file, EvidenceClaim claim, IEnumerable<EarlierEvidence> earlier, double radiusMetres = DefaultRadiusMetres)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(earlier);
        var flags = new List<RaisedFlag>();
        foreach (var other in earlier)
        {
            if (other.Hash == file.Hash)
            {
                flags.Add(new(EvidenceFlag.SameFile, other.Use));
            }
            else if (file.Photo is { } photo && other.Looks is { } looks && PerceptualHash.LookAlike(photo.Looks, looks))
            {
                flags.Add(new(EvidenceFlag.LooksTheSame, other.Use));
            }
        }

        if (file.Photo?.Place is { } where && claim.Land is { } land)
        {
            if (land.MetresOutside(where) is var outside && outside > land.Tolerance)
            {
                flags.Add(new(EvidenceFlag.OutsideParcel, Metres: outside));
            }
        }
        else if (file.Photo?.Place is { } taken && claim.Place is { } place && taken.MetresTo(place) is var metres && metres > radiusMetres)
        {
            flags.Add(new(EvidenceFlag.ElsewhereTaken, Metres: metres));
        }

        if (file.Photo?.TakenAt is { } at && claim.Month is { } month && (at.Year, at.Month) != (month.Year, month.Number))
        {
            flags.Add(new(EvidenceFlag.OtherMonth));
        }

        return flags;
    }
}
