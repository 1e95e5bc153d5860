// A job for the client of ogen: list, page, write conditionally, simulate, and handle errors.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"job/atlas"
)

const mandate = "iom-return-of-talent"

var day = atlas.NewOptDate(time.Date(2004, 12, 31, 0, 0, 0, 0, time.UTC))

type job struct {
	client *atlas.Client
}

// security supplies the access token.
type security string

func (s security) Token(context.Context, atlas.OperationName) (atlas.Token, error) {
	return atlas.Token{Token: string(s)}, nil
}

func check(holds bool, details any) error {
	if !holds {
		return fmt.Errorf("%+v", details)
	}
	return nil
}

func (j job) pagesToTheEnd(ctx context.Context) error {
	seen := map[string]bool{}
	params := atlas.ListMandatesParams{
		Institution: []string{"iom"}, ValidAt: day, Limit: atlas.NewOptInt(5), WithTotal: atlas.NewOptBool(true),
	}
	for {
		response, err := j.client.ListMandates(ctx, params)
		if err != nil {
			return err
		}
		read, ok := response.(*atlas.MandatePageHeaders)
		if !ok || len(read.Response.Items) > 5 {
			return fmt.Errorf("%+v", response)
		}
		page := read.Response
		for _, item := range page.Items {
			if seen[item.ID] || item.Institution != "iom" {
				return fmt.Errorf("%s of %s", item.ID, item.Institution)
			}
			seen[item.ID] = true
		}
		if page.Next.IsNull() {
			return check(len(seen) > 5 && int64(len(seen)) == page.Total.Value, seen)
		}
		params.Cursor = atlas.NewOptString(page.Next.Value.Query().Get("cursor"))
	}
}

func (j job) read(ctx context.Context, id string) (atlas.GetMandateRes, error) {
	return j.client.GetMandate(ctx, atlas.GetMandateParams{ID: id})
}

func (j job) patch(ctx context.Context, title, tag string) (atlas.PatchMandateRes, error) {
	return j.client.PatchMandate(ctx, &atlas.MandatePatch{Title: atlas.NewOptNilString(title)},
		atlas.PatchMandateParams{ID: mandate, IfMatch: atlas.NewOptString(tag)})
}

func (j job) writesConditionally(ctx context.Context) error {
	response, err := j.read(ctx, mandate)
	if err != nil {
		return err
	}
	before, ok := response.(*atlas.MandateHeaders)
	if !ok {
		return fmt.Errorf("%+v", response)
	}
	title := before.Response.Title
	patched, err := j.patch(ctx, title+" (ogen)", before.ETag.Value)
	if err != nil {
		return err
	}
	after, ok := patched.(*atlas.MandateHeaders)
	if !ok || after.Response.Version != before.Response.Version+1 {
		return fmt.Errorf("%+v", patched)
	}
	patched, err = j.patch(ctx, title, after.ETag.Value)
	if err != nil {
		return err
	}
	again, ok := patched.(*atlas.MandateHeaders)
	return check(ok && again.Response.Title == title, patched)
}

func (j job) rejectsAWrongCondition(ctx context.Context) error {
	response, err := j.patch(ctx, "Unwritten", `"999"`)
	if err != nil {
		return err
	}
	problem, ok := response.(*atlas.PatchMandatePreconditionFailed)
	return check(ok && problem.Status == 412, response)
}

func (j job) reportsWhatDoesNotExist(ctx context.Context) error {
	response, err := j.read(ctx, "no-such-mandate")
	if err != nil {
		return err
	}
	problem, ok := response.(*atlas.NotFoundHeaders)
	return check(ok && problem.Response.Status == 404, response)
}

func (j job) simulates(ctx context.Context) error {
	operation := atlas.NewEndInstitutionOperation(atlas.EndInstitution{Institution: "iom"})
	response, err := j.client.SimulateOperations(ctx, &atlas.SimulationRequest{Operations: []atlas.Operation{operation}},
		atlas.SimulateOperationsParams{ValidAt: day})
	if err != nil {
		return err
	}
	read, ok := response.(*atlas.SimulateOperationsOKHeaders)
	if !ok {
		return fmt.Errorf("%+v", response)
	}
	simulation := read.Response
	return check(len(simulation.MandatesTouched) > 0 && len(simulation.InstitutionsTouched) > 0 &&
		len(simulation.Before.Functions) == len(simulation.After.Functions), simulation)
}

func main() {
	client, err := atlas.NewClient(os.Args[1], security(os.Args[2]))
	if err != nil {
		panic(err)
	}
	j := job{client}
	perform("ogen", j.pagesToTheEnd, j.writesConditionally, j.rejectsAWrongCondition, j.reportsWhatDoesNotExist,
		j.simulates)
}
