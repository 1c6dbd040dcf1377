using Saima.Engines.Transparency;
using Shouldly;
using Xunit;

namespace Saima.Engines.Tests.Transparency;

public sealed class SignedNoteTests
{
    // The example of C2SP signed-note.
    private const string Key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private const string Note = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    // The example of C2SP tlog-checkpoint.
    private const string LogNote =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

    [Fact]
    public void The_examples_of_the_specification_are_read_and_written_back()
    {
        var key = VerifierKey.Parse(Key)!;
        (key.Name, key.KeyId, key.ToString()).ShouldBe(("example.com/foo", 0x530d903au, Key));
        var note = SignedNote.Parse(Note)!;
        note.Text.ShouldBe("This is an example message.\n");
        note.ToString().ShouldBe(Note);
        note.Signatures.Single().KeyId.ShouldBe(key.KeyId);
        note.Signatures.Single().Signature.Length.ShouldBe(64);
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(LogNote)!.Text)!;
        (checkpoint.Origin, checkpoint.Size).ShouldBe(("example.com/behind-the-sofa", 20_852_163));
        checkpoint.Text.ShouldBe(SignedNote.Parse(LogNote)!.Text);
    }

    [Fact]
    public void A_note_is_believed_only_if_a_known_key_signed_it_and_none_that_is_known_signed_wrongly()
    {
        var key = VerifierKey.Parse(Key)!;
        var note = SignedNote.Parse(Note)!;
        var stranger = new NoteSignature("example.com/bar", 1, new byte[64]);
        note.SignedBy([key], (_, _, _) => true).ShouldBe([key]);
        note.SignedBy([key], (_, _, _) => false).ShouldBeEmpty();
        note.SignedBy([], (_, _, _) => true).ShouldBeEmpty();
        note.SignedBy([new("example.com/other", key.PublicKey)], (_, _, _) => true).ShouldBeEmpty();
        (note with { Signatures = [stranger, .. note.Signatures] }).SignedBy([key], (_, _, _) => true).ShouldBe([key]);
        var twice = note with { Signatures = [.. note.Signatures, note.Signatures[0] with { Signature = new byte[64] }] };
        twice.SignedBy([key], (_, _, signature) => signature[0] != 0).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name")]
    [InlineData("text\n\n- name AAAAAAAA\n")]
    [InlineData("text\n\n— na+me AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n— name not base64\n")]
    [InlineData("te\txt\n\n— name AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAAAAAA\nmore\n")]
    public void What_is_no_note_is_none(string note) => SignedNote.Parse(note).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("origin\n1\n")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    public void What_is_no_checkpoint_is_none(string text) => Checkpoint.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("")]
    public void What_is_no_key_is_none(string text) => VerifierKey.Parse(text).ShouldBeNull();
}
