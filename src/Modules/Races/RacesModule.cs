using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Kernel.Modules;
using Saima.Kernel.Tasks;
using Saima.Modules.Races.Circulars;
using Saima.Modules.Races.Cohorts;
using Saima.Modules.Races.Disclosures;
using Saima.Modules.Races.Inspections;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Log;
using Saima.Modules.Races.Objections;
using Saima.Modules.Races.OpenData;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Review;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;
using Saima.Modules.Races.Standings;
using Saima.Projects.Listing;
using Saima.Projects.Plans;
using Saima.Ui;
using Saima.Ui.Papers;

namespace Saima.Modules.Races;

public sealed class RacesModule : SaimaModule
{
    public override string Name => "races";

    public override IReadOnlyList<MenuItem> Menu { get; } =
    [
        new(BoardWords.Home, RacesLinks.Home, "home", 10),
        new(BoardWords.LatestRound, RacesLinks.Latest, "list-details", 20),
        new(BoardWords.Rules, RacesLinks.RulesInForce, "scale", 30),
        new(VerifyWords.Menu, RacesLinks.Verify, "shield-check", 40),
        new(RoundsWords.Desk, RacesLinks.Rounds, "flag", 110) { For = Roles.District },
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<KnownRounds>();
        services.AddSingleton<PublishedStamp>();
        services.AddHostedService<WarmBoard>();
        services.AddHostedService<PublishOnTime>();
        services.AddSingleton<TaskSource, LifeTasks>();
        services.AddSingleton<CheckUpload>();
        services.AddSingleton<Trials>();
        services.AddSingleton(LogName.Of(configuration));
        services.AddSingleton<LogKeys>();
        services.AddSingleton<ChromiumPrint>();
        services.AddSingleton<PaperPress>();
        services.AddSingleton<Previews>();
        services.AddSingleton<BriefWork>();
        services.AddScoped<RoundStandings>();
        services.AddSingleton<RoundGate, DisclosureGate>();
        services.AddSingleton<RoundGate, CircularGate>();
        services.AddSingleton(PublicAddress.Of(configuration));
        OpenApiDescription.Add(services);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict);
        services.AddOutputCache(options => options.AddPolicy(KeptPages.Policy, new KeptPages()));
        services.AddSingleton<ProjectFacet, FlagFacet>();
        services.AddSingleton<ProjectFacet, LaneFacet>();
        services.AddSingleton<TaskSource, InspectionTasks>();
        services.AddSingleton<RoundGate, InspectionGate>();
        services.AddSingleton(new FrozenRounds(Freezes.LastRound));
        services.AddSingleton(new ProjectSection(typeof(ProjectRounds), 20));
        services.AddSingleton<RoundGate, ObjectionGate>();
        services.AddSingleton<RoundGate, ReviewGate>();
        services.AddSingleton<TaskSource, ObjectionTasks>();
        services.AddSingleton<TaskSource, ReviewTasks>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        RoundDownloads.Map(endpoints);
        TrialWorkbook.Map(endpoints);
        LogDownloads.Map(endpoints);
        InspectionsWorkbook.Map(endpoints);
        ObjectionsWorkbook.Map(endpoints);
        MinutesDownload.Map(endpoints);
        PublicApi.Map(endpoints);
        PackageDownloads.Map(endpoints);
        Oc4idsFiles.Map(endpoints);
        PublicationFeed.Map(endpoints);
        TryCall.Map(endpoints);
        endpoints.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new PublicAttribute());
        CohortWorkbook.Map(endpoints);
        CircularDownloads.Map(endpoints);
    }

    public override void MapTables(ModelBuilder model) => RacesData.Map(model);

    public override IEnumerable<Command> Commands(CommandHost host)
    {
        var race = RaceCommand.Create(host);
        foreach (var command in RoundsCommand.Create(host).Concat(LifeCommand.Create(host)).Append(FreezeCommand.Create(host)).Append(DisclosureCommand.Create(host)).Append(BoardCommand.Create(host)))
        {
            race.Add(command);
        }

        return [race, RulesCommand.Create(host), SampleCommand.Create(host), LogCommand.Create(host)];
    }
}
