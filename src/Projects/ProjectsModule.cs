using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Kernel.Modules;
using Saima.Kernel.Tasks;
using Saima.Projects.Charts;
using Saima.Projects.Editing;
using Saima.Projects.Evidence;
using Saima.Projects.Imports;
using Saima.Projects.Imports.Uploads;
using Saima.Projects.Listing;
using Saima.Projects.Maps;
using Saima.Projects.Places;
using Saima.Projects.Plans;
using Saima.Projects.Register;
using Saima.Projects.Reporting;
using Saima.Projects.Samples;
using Saima.Projects.Sendings;

namespace Saima.Projects;

public sealed class ProjectsModule : SaimaModule
{
    public override string Name => "projects";

    public override IReadOnlyList<MenuItem> Menu { get; } = [new(ListingWords.Desk, ProjectsLinks.Register, "clipboard-check", 100) { For = Roles.Register }, new(FilingWords.Desk, ReportLinks.Root, "calendar", 110) { For = Roles.Register }];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Listings>();
        services.AddSingleton<ProjectFacet, PlanFacet>();
        services.TryAddSingleton(FrozenRounds.None);
        services.AddSingleton<TaskSource, ReportTasks>();
        services.AddSingleton<TaskSource, PlanTasks>();
        services.AddHostedService<WarmListing>();
        string Folder(IServiceProvider provider) => DataFolder.Of(configuration, provider.GetRequiredService<DatabaseAddress>());
        services.AddSingleton(provider => new UploadShelf(Folder(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UploadWork>();
        services.AddSingleton<MappingShelf>();
        services.AddHostedService<UploadExpiry>();
        services.AddSingleton<Completions>();
        services.AddSingleton(MapLayers.Of(configuration));
        services.AddSingleton(provider => EvidencePlaces.Of(configuration, Folder(provider)));
        services.AddSingleton(provider => provider.GetRequiredService<EvidencePlaces>().Store(provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<SweepEvidence>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ListingWorkbook.Map(endpoints);
        UploadEndpoints.Map(endpoints);
        EntryCheck.Map(endpoints);
        ChartEndpoints.Map(endpoints);
        MapPoints.Map(endpoints);
        MapLayers.Map(endpoints);
        ReportsWorkbook.Map(endpoints);
        FilingCheck.Map(endpoints);
        EvidenceFiles.Map(endpoints);
        SendingEndpoints.Map(endpoints);
    }

    public override void MapTables(ModelBuilder model) => ProjectsData.Map(model);

    public override IEnumerable<Command> Commands(CommandHost host) => [SampleCommand.Create(host), ImportCommand.Create(host), RegisterCommand.Create(host), ExportCommand.Create(host), PlacesCommand.Create(host), EvidenceCommand.Create(host)];
}
