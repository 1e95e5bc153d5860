// An example program for the Go client, run against a suite.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"

	atlas "mandateatlas.org/clients/go"
)

const mandate = "iom-forum"

type smoke struct {
	client *atlas.APIClient
	reads  context.Context
	writes context.Context
}

func (s smoke) lists() error {
	page, _, err := s.client.MandatesAPI.ListMandates(s.reads).Institution([]string{"iom"}).Limit(5).Execute()
	if err != nil {
		return err
	}
	if len(page.Items) != 5 || page.Items[0].GetInstitution() != "iom" {
		return fmt.Errorf("%d mandates", len(page.Items))
	}
	return nil
}

func (s smoke) pagesToTheEnd() error {
	seen := map[string]bool{}
	request := s.client.InstitutionsAPI.ListInstitutions(s.reads).Limit(20).WithTotal(true)
	for {
		page, _, err := request.Execute()
		if err != nil {
			return err
		}
		for _, institution := range page.Items {
			seen[institution.GetId()] = true
		}
		if !page.Next.IsSet() || page.Next.Get() == nil {
			if int64(len(seen)) != *page.Total.Get() {
				return fmt.Errorf("%d of %d", len(seen), *page.Total.Get())
			}
			return nil
		}
		next, err := url.Parse(*page.Next.Get())
		if err != nil {
			return err
		}
		request = request.Cursor(next.Query().Get("cursor"))
	}
}

func (s smoke) readsAtADate() error {
	then, _, err := s.client.InstitutionsAPI.GetInstitution(s.reads, "iom").ValidAt("1975-06-01").Execute()
	if err != nil {
		return err
	}
	if then.GetAbbreviation() != "ICEM" {
		return fmt.Errorf("abbreviation %s", then.GetAbbreviation())
	}
	return nil
}

func tag(version int32) string {
	return fmt.Sprintf("%q", fmt.Sprint(version))
}

func (s smoke) patch(title string, version int32) (int32, error) {
	change := atlas.NewMandatePatch()
	change.SetTitle(title)
	written, _, err := s.client.MandatesAPI.PatchMandate(s.writes, mandate).
		MandatePatch(*change).IfMatch(tag(version)).Execute()
	if err != nil {
		return 0, err
	}
	return written.GetVersion(), nil
}

// input returns the document without the read-only fields.
func input(document *atlas.Mandate) (*atlas.MandateInput, error) {
	fields, err := document.ToMap()
	if err != nil {
		return nil, err
	}
	for _, readOnly := range []string{"version", "recordedAt", "status"} {
		delete(fields, readOnly)
	}
	text, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	var changed atlas.MandateInput
	return &changed, json.Unmarshal(text, &changed)
}

func (s smoke) writesConditionally() error {
	document, response, err := s.client.MandatesAPI.GetMandate(s.reads, mandate).Execute()
	if err != nil {
		return err
	}
	title := document.GetTitle()
	changed, err := input(document)
	if err != nil {
		return err
	}
	changed.SetTitle(title + " (Go)")
	_, rejection, err := s.client.MandatesAPI.PutMandate(s.writes, mandate).MandateInput(*changed).IfMatch(tag(999)).Execute()
	if err == nil || rejection == nil || rejection.StatusCode != http.StatusPreconditionFailed {
		return fmt.Errorf("a write with a wrong condition returned %v, %v", rejection, err)
	}
	written, _, err := s.client.MandatesAPI.PutMandate(s.writes, mandate).MandateInput(*changed).
		IfMatch(response.Header.Get("ETag")).ChangeNote("Smoke test").Execute()
	if err != nil {
		return err
	}
	if written.GetVersion() != document.GetVersion()+1 {
		return fmt.Errorf("version %d after %d", written.GetVersion(), document.GetVersion())
	}
	_, err = s.patch(title, written.GetVersion())
	return err
}

func (s smoke) followsTheFeed() error {
	start, _, err := s.client.ChangesAPI.ListChanges(s.reads).FromNow(true).Execute()
	if err != nil {
		return err
	}
	before, _, err := s.client.MandatesAPI.GetMandate(s.reads, mandate).Execute()
	if err != nil {
		return err
	}
	moved, err := s.patch(before.GetTitle()+" (feed)", before.GetVersion())
	if err != nil {
		return err
	}
	version, err := s.patch(before.GetTitle(), moved)
	if err != nil {
		return err
	}
	position := start.Position
	for range 100 {
		page, _, err := s.client.ChangesAPI.ListChanges(s.reads).After(position).
			Stream([]atlas.StreamName{atlas.STREAMNAME_MANDATE}).Subject([]string{mandate}).Execute()
		if err != nil {
			return err
		}
		position = page.Position
		for _, event := range page.Items {
			if event.Data.Version == version {
				return nil
			}
		}
	}
	return fmt.Errorf("the write did not appear in the feed")
}

func main() {
	configuration := atlas.NewConfiguration()
	configuration.Servers = atlas.ServerConfigurations{{URL: os.Args[1]}}
	s := smoke{
		client: atlas.NewAPIClient(configuration),
		reads:  context.Background(),
		writes: context.WithValue(context.Background(), atlas.ContextAccessToken, os.Args[2]),
	}
	steps := []struct {
		name string
		run  func() error
	}{
		{"lists", s.lists},
		{"pages to the end", s.pagesToTheEnd},
		{"reads at a date", s.readsAtADate},
		{"writes conditionally", s.writesConditionally},
		{"follows the feed", s.followsTheFeed},
	}
	failed := 0
	for _, step := range steps {
		if err := step.run(); err != nil {
			failed++
			fmt.Fprintf(os.Stderr, "%s: %v\n", step.name, err)
		}
	}
	fmt.Printf("go: %d passed, %d failed\n", len(steps)-failed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}
