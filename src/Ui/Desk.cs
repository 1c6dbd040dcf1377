using Microsoft.AspNetCore.Http;
using Saima.Kernel.Identity;

namespace Saima.Ui;

/// <summary>办公页面: a page or endpoint for people who are signed in. What says neither this nor any of the others is refused to everybody.</summary>
/// <param name="roles">Who may open it; empty for those who see the whole district.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeskAttribute(params Role[] roles) : Attribute
{
    /// <summary>Also for those who report or check for a unit.</summary>
    public bool Units { get; init; }

    public IReadOnlyList<Role> Roles => roles.Length > 0 ? roles : Units ? Kernel.Identity.Roles.Register : Kernel.Identity.Roles.District;
}

/// <summary>An endpoint of a desk that programs read too, with a token of this scope.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForProgramsAttribute(string scope) : Attribute
{
    /// <summary>The register's lists, figures and places.</summary>
    public const string Register = "register";

    /// <summary>Rule sets and trials of the races desk.</summary>
    public const string Rounds = "rounds";

    public static IReadOnlyList<string> Scopes { get; } = [Register, Rounds];

    public string Scope { get; } = scope;
}

/// <summary>A page or endpoint for everybody; it takes no forms.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute : Attribute;

/// <summary>Who may send the forms of a desk; a desk without it takes none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ChangedByAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>A page for whoever is signed in, in whatever role: one's own account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : Attribute;

/// <summary>A public page whose forms everybody may send, such as signing in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenFormsAttribute : Attribute;

/// <summary>Who acts in a request.</summary>
public static class Acting
{
    private static readonly object Key = new();

    /// <summary>The person who is signed in; empty for a visitor.</summary>
    public static Actor? Actor(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items[Key] as Actor;
    }

    public static void Act(this HttpContext http, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Items[Key] = actor;
    }
}
