using Saima.Kernel.Refusals;
using Saima.Projects.Imports;
using Saima.Projects.Packages;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

/// <summary>The shipped mappings on small invented files with the same kinds of dirt as the real ones, which are not part of the checkout.</summary>
public sealed class ShippedMappingsTests : IDisposable
{
    private const string PhaseHeader = "Project Geographic District ,Project Building Identifier,Project School Name,Project Type ,Project Description,Project Phase Name,Project Status Name,"
        + "Project Phase Actual Start Date,Project Phase Planned End Date,Project Phase Actual End Date,Project Budget Amount,"
        + "Final Estimate of Actual Costs Through End of Phase Amount,Total Phase Actual Spending Amount,DSF Number(s)\n";

    private readonly string folder = Directory.CreateTempSubdirectory("mappings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Phases_of_one_building_and_description_become_one_project()
    {
        var reading = Phases(
            "1,X001,EXAMPLE SCHOOL,SCA CIP,EXAMPLE BOILER,Scope,Complete,1/2/2024,2/1/2024,1/30/2024,\"10,000\",10000.00,9000.00,N1",
            "1,X001,EXAMPLE SCHOOL,SCA CIP,EXAMPLE  boiler ,Construction,In-Progress,3/1/2024,5/31/2025,,\"1,250,000\",1300000.00,400000.00,N1",
            "1,X001,EXAMPLE SCHOOL,SCA CIP,EXAMPLE BOILER,\"CM,F&E\",PNS,PNS,PNS,PNS,90000,90000.00,0.00,N1");
        reading.Problems.ShouldBeEmpty();
        var project = reading.Table("projects").Rows.ShouldHaveSingleItem();
        project["id"]!.ShouldStartWith("X001-");
        project["total_investment"].ShouldBe("1350000");
        project["annual_plan"].ShouldBe("1250000");
        project["started_on"].ShouldBe("2024-01-02");
        project["planned_completion"].ShouldBe("2025-05-31");
        project["completed_on"].ShouldBeNull();
        project["class"].ShouldBe("continuing");
        reading.Table("milestones").Rows.Select(row => $"{row["name"]} {row["planned_on"]} {row["achieved_on"]}").ShouldBe(["Scope 2024-02-01 2024-01-30", "Construction 2025-05-31 "]);
        reading.Table("plans").Rows.ShouldHaveSingleItem()["month"].ShouldBe("2025-05");
        reading.Table("reports").Rows.ShouldHaveSingleItem()["ytd"].ShouldBe("400000");
    }

    [Fact]
    public void Codes_instead_of_dates_and_amounts_are_unknown_and_shifted_rows_are_set_aside()
    {
        var reading = Phases(
            "2,X002,EXAMPLE SCHOOL,DOE,EXAMPLE YARD,Construction,In-Progress,2/19/2024,DOES,,DOES,814540.00,0.00,N2",
            "2,X002,EXAMPLE SCHOOL,DOE,EXAMPLE YARD,Construction,In-Progress,2/19/2024,DOES,,DOES,814540.00,0.00,N3",
            "EXAMPLE SCHOOL,SCA CIP,EXAMPLE ROOF,Scope,Complete,1/2/2024,2/1/2024,1/30/2024,10000,10000.00,9000.00,N1",
            "2,X003,EXAMPLE SCHOOL,SCA IEH,EXAMPLE PIPE,Construction,In-Progress,13/45/2024,IEH,,IEH,921.00,171.00,N4",
            "2,X004,EXAMPLE SCHOOL,SCA IEH,EXAMPLE CREDIT,Construction,In-Progress,4/2/2024,IEH,,IEH,-11.00,171.00,N4",
            "2,X005,EXAMPLE SCHOOL,SCA IEH,EXAMPLE PHASE,NULL,PNS,PNS,PNS,PNS,DOER,11.00,171.00,N4");
        reading.ErrorCount.ShouldBe(0);
        reading.Problems.Select(problem => (problem.Row, problem.Code)).ShouldContain((5L, "BAD_DATE"));
        reading.Table("projects").Rows.ShouldHaveSingleItem()["total_investment"].ShouldBe("814540");
        reading.Table("milestones").Rows.ShouldBeEmpty();
        reading.SetAside.Sum(pair => pair.Rows).ShouldBe(5);
        reading.SetAside.Select(pair => pair.Reason.En).ShouldContain("repeats an earlier row");
        reading.RowsUsed.ShouldBe(1);
    }

    [Fact]
    public void A_plan_of_action_with_notes_above_and_headings_that_drift_is_read_from_every_sheet()
    {
        var path = Path.Combine(folder, "plan.xlsx");
        string[] head = ["Alcaldía de ejemplo", "", "ORGANISMO||SECRETARÍA DE EJEMPLO|||||Fecha:||||||||||||||#45382", ""];
        string[] body =
        [
            "|54|D|Dimensión de ejemplo", "|5401|L|Línea de ejemplo", "4112||Pr|Proyecto de ejemplo|BP99000001||||||||||=0.5|=700000000|=700000000|=32464000.5|=0",
            "||||BP9900000110201||||Elaborar 1 documento|||||=1||=700000000|=700000000|=32464000|=0|||#45373|31/12/2024\n",
            "4112||pr|Otro de ejemplo|BP-99000002||||||||||=0|=100|=200|                     -   |,", "||||BP-9900000210101||||Realizar 2 mesas|||||0.2%||=200|=200|=0|=0|||15/062024|8/12/2024",
            "||||BP9900000910101||||Sin proyecto|||||=0||=1|=1|=0|=0", "|Proyectos|7||Proyectos desfinanciados||||||||Avance Físico|=0.1|=800|=900|=5|=5",
        ];
        const string Columns = "Código organismo|Código general|Clase|Identificación de la dimensión,  línea estratégica, programa, indicador y proyectos de inversión|Clasificación (BP)|Meta a alcanzar||"
            + "|Meta de producto del proyecto (Descripción)|||||% de ejecución física de los productos del proyecto\n|% de avance del proyecto|Presupuesto inicial\n(Pesos)|"
            + "Presupuesto definitivo\n(Pesos)\n(1)|Presupuesto ejecutado\n(Pesos)\n(2)|Presupuesto pagos\n(Pesos)\n(3)|||Día / Mes/ Año (Inicio)|Día / Mes / Año (Finali-zación)";
        Workbooks.Write(path, "4112 Ejemplo", [.. head, Columns, "", .. body], "A1:Y1", "A5:A6");
        var reading = Read(path, "cali-2024.json");
        reading.Problems.Select(problem => (problem.Severity, problem.Row, problem.Code)).ShouldBe([(Severity.Warning, 12L, "BAD_DATE")]);
        reading.Table("projects").Rows.Select(row => $"{row["id"]} {row["annual_plan"]} {row["planned_start"]} {row["started_on"]} {row["planned_completion"]}").ShouldBe(
            ["BP99000001 700000000 2024-03-22 2024-03-22 2024-12-31", "BP99000002 200   2024-12-08"]);
        reading.AmountsRounded.ShouldBe(1);
        reading.Table("reports").Rows[0]["ytd"].ShouldBe("32464001");
        reading.Table("units").Rows.ShouldHaveSingleItem()["name"].ShouldBe("SECRETARÍA DE EJEMPLO");
        reading.Table("milestones").Rows.Select(row => $"{row["name"]} {row["achieved_on"]}").ShouldBe(["BP9900000110201 Elaborar 1 documento 2024-03-31", "BP-9900000210101 Realizar 2 mesas "]);
        reading.NotMade.Where(pair => pair.Reason.En == "its project has no row").Sum(pair => pair.Rows).ShouldBe(1);
    }

    [Fact]
    public void Budget_lines_with_points_for_thousands_are_added_up_exactly()
    {
        var path = Path.Combine(folder, "EJECUCION.csv");
        File.WriteAllText(path, "Centro Gestor;Nombre Centro Gestor;BP;Nombre del Proyecto;Programa;VIGENCIA;Programa; PPTO. MODIFICADO ; EJECUCION \n"
            + "4112;Secretaría de Ejemplo;BP99000001;Proyecto de ejemplo;a;Actual;b; 224.436.000 ; -   \n4112;Secretaría de Ejemplo;BP99000001;Proyecto de ejemplo;a;Actual;b; 64 ; 1.000.001 \n"
            + "4112;Secretaría de Ejemplo;BP99000001;Proyecto de ejemplo;a;Reservas;b; 5 ; 5 \n");
        var reading = Read(path, "cali-2024-budget.json");
        reading.Problems.ShouldBeEmpty();
        reading.Table("projects").Rows.ShouldHaveSingleItem()["annual_plan"].ShouldBe("224436064");
        reading.Table("reports").Rows.ShouldHaveSingleItem()["ytd"].ShouldBe("1000001");
        reading.SetAside.ShouldHaveSingleItem().Rows.ShouldBe(1);
    }

    [Fact]
    public void What_was_made_of_a_spreadsheet_is_a_sound_data_package()
    {
        var target = Path.Combine(folder, "package");
        WritePackage.Run(Register.Read(Register.Sheet()), target, TestContext.Current.CancellationToken).Refusal.ShouldBeNull();
        var package = PackageReader.Read(target, cancel: TestContext.Current.CancellationToken);
        package.Errors.ShouldBeEmpty();
        package.Package.ShouldNotBeNull().Facts.ProjectCount.ShouldBe(3);
    }

    private Reading Phases(params string[] rows)
    {
        var path = Path.Combine(folder, "phases.csv");
        File.WriteAllText(path, PhaseHeader + string.Join("\n", rows) + "\n");
        return Read(path, "nyc-sca.json");
    }

    private static Reading Read(string path, string mapping) => ReadSpreadsheet.Run(
        SourceFile.Open(path, TestContext.Current.CancellationToken), MappingFile.Read(Checkout.Sample(mapping)).Value!, null, null, TestContext.Current.CancellationToken);
}
