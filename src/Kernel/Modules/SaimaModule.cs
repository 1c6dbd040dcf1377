using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Modules;

/// <summary>What a module brings to every host: services, tables, endpoints, menu and commands. Its pages are the Razor components of its assembly.</summary>
public abstract class SaimaModule
{
    /// <summary>Name and table prefix, lower case, e.g. <c>races</c>.</summary>
    public abstract string Name { get; }

    public virtual IReadOnlyList<MenuItem> Menu => [];

    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public virtual void MapTables(ModelBuilder model)
    {
    }

    /// <summary>What every request passes through, before anything looks who acts.</summary>
    public virtual void Use(IApplicationBuilder app)
    {
    }

    /// <summary>What whoever starts the site is to be told; empty for nothing.</summary>
    public virtual Task<Phrase?> Announce(IServiceProvider services, CancellationToken cancel) => Task.FromResult<Phrase?>(null);

    /// <summary>What the sample district has of this module, once it is loaded; called again it changes nothing.</summary>
    public virtual Task LoadSample(IServiceProvider services, CancellationToken cancel) => Task.CompletedTask;

    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    /// <summary>Commands for the root of the command line; modules that add to one command take it from <see cref="CommandHost.Group"/>.</summary>
    public virtual IEnumerable<Command> Commands(CommandHost host) => [];
}

/// <summary>One entry of the navigation.</summary>
public sealed record MenuItem(Phrase Title, string Href, string Icon, int Order)
{
    /// <summary>Who sees it; empty for everybody.</summary>
    public IReadOnlyList<Role> For { get; init; } = [];
}
