using Microsoft.AspNetCore.Components;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Listing;

/// <summary>A value by which projects can be told apart.</summary>
public sealed record FacetValue(string Code, Phrase Title);

/// <summary>What a facet says of the projects of a season.</summary>
/// <param name="Values">The values there are, in their order.</param>
/// <param name="ByProject">Code of the value of each project that has one.</param>
public sealed record FacetReading(IReadOnlyList<FacetValue> Values, IReadOnlyDictionary<string, string> ByProject)
{
    public static FacetReading Nothing { get; } = new([], new Dictionary<string, string>());
}

/// <summary>A slot of the register's list: something a module knows of projects, shown as a column and offered as a filter.</summary>
public abstract class ProjectFacet
{
    /// <summary>As in addresses; one word.</summary>
    public abstract string Key { get; }

    public abstract Phrase Title { get; }

    /// <summary>Whether its values are the codes of flags, so that charts and maps can draw them by colour and shape.</summary>
    public virtual bool IsFlag => false;

    /// <summary>Changes whenever the reading would; asked for on every request, so it must be quick.</summary>
    public abstract Task<string> Version(SaimaDb db, int season, CancellationToken cancel);

    public abstract Task<FacetReading> Read(SaimaDb db, int season, CancellationToken cancel);

    /// <summary>How a value is shown in the list.</summary>
    public virtual RenderFragment Cell(FacetValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return builder => builder.AddContent(0, value.Title.In(System.Globalization.CultureInfo.CurrentUICulture));
    }
}

/// <summary>A slot of a project's page: a component of a module, given <c>Season</c> and <c>Project</c>.</summary>
public sealed record ProjectSection(Type Component, int Order);
